package nl.opkoers.bare;

import io.agroal.api.AgroalDataSource;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;

/** A page of one row: nobody signs in, nothing is worked out. It fills in two values, or as many as are asked for. */
@Path("/{id}")
@Blocking
class BarePage {

    private final AgroalDataSource database;

    BarePage(AgroalDataSource database) {
        this.database = database;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance page(String title, String body);

        static native TemplateInstance values(String title, List<String> values);

        private Templates() {
        }
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance page(@PathParam("id") int id) throws SQLException {
        Row row = row(id);
        return Templates.page(row.title, row.body);
    }

    /** The same page, its body in so many parts, of which each is a value. */
    @GET
    @Path("{values}")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance values(@PathParam("id") int id, @PathParam("values") int values) throws SQLException {
        Row row = row(id);
        int length = row.body.length();
        return Templates.values(row.title, IntStream.range(0, values)
                .mapToObj(part -> row.body.substring(length * part / values, length * (part + 1) / values)).toList());
    }

    private record Row(String title, String body) {
    }

    private Row row(int id) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement("select title, body from bare_page where id = ?")) {
            statement.setInt(1, id);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return new Row(row.getString(1), row.getString(2));
            }
        }
    }
}
