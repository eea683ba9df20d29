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

/** A page of one row: nobody signs in, nothing is worked out. */
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

        private Templates() {
        }
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance page(@PathParam("id") int id) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement("select title, body from bare_page where id = ?")) {
            statement.setInt(1, id);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return Templates.page(row.getString(1), row.getString(2));
            }
        }
    }
}
