package nl.opkoers.file;

import java.util.UUID;

/** A PDF file as it was sent. Nothing here reads what is in it. */
public record Document(UUID id, byte[] pdf) {

    /** Says what it is without a byte of it. */
    @Override
    public String toString() {
        return "Document " + id;
    }
}
