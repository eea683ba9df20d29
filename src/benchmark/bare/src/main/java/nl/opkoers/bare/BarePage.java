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
        static native TemplateInstance page(String title, List<String> values);

        private Templates() {
        }
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance page(@PathParam("id") int id) throws SQLException {
        return page(id, 1);
    }

    /** The same page, its body in so many parts, of which each is a value. */
    @GET
    @Path("{values}")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance page(@PathParam("id") int id, @PathParam("values") int values) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement("select title, body from bare_page where id = ?")) {
            statement.setInt(1, id);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return Templates.page(row.getString(1), parts(row.getString(2), values));
            }
        }
    }

    private static List<String> parts(String whole, int many) {
        int length = whole.length();
        return IntStream.range(0, many).mapToObj(part -> whole.substring(length * part / many, length * (part + 1) / many)).toList();
    }
}
