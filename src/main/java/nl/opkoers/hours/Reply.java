package nl.opkoers.hours;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.stream.Stream;

/** How it is told what came of a form: on a page, or to the script of a phone that sends what it had kept. */
sealed interface Reply {

    /** It is there. */
    Response taken(Entry entry, boolean isNew);

    /** It is not there: something is wrong with it, or asked about it. */
    Response notTaken(EntryForm form);

    /** To somebody who looks at it. */
    record Page() implements Reply {

        @Override
        public Response taken(Entry entry, boolean isNew) {
            return Response.seeOther(URI.create(HoursPage.PATH + "?saved=" + entry.id())).build();
        }

        @Override
        public Response notTaken(EntryForm form) {
            return Response.status(Response.Status.BAD_REQUEST).entity(HoursPage.Templates.form(form)).build();
        }
    }

    /**
     * To a script, in JSON. 201 when it is new, 200 when it was there already: {@code id} and {@code state}. 400 when it is not
     * taken: {@code mistakes} and {@code questions} in the language of the page; who says of all questions that it is right
     * sends it again with {@code sure} as the field of that name.
     */
    record Script() implements Reply {

        @Override
        public Response taken(Entry entry, boolean isNew) {
            return json(isNew ? Response.Status.CREATED : Response.Status.OK,
                    new JsonObject().put("id", entry.id().toString()).put("state", entry.state().name()));
        }

        @Override
        public Response notTaken(EntryForm form) {
            Stream<String> mistakes = EntryWording.mistakes(form).stream().map(EntryWording.Line::words);
            Stream<String> before = form.sentBefore() ? Stream.of(EntryWording.sentBefore()) : Stream.empty();
            return json(Response.Status.BAD_REQUEST, new JsonObject()
                    .put("mistakes", new JsonArray(Stream.concat(mistakes, before).toList()))
                    .put("questions", new JsonArray(EntryWording.questions(form))).put("sure", form.getSure()));
        }

        private static Response json(Response.Status status, JsonObject body) {
            return Response.status(status).type(MediaType.APPLICATION_JSON_TYPE).entity(body.encode()).build();
        }
    }
}
