package nl.opkoers.file;

/**
 * Where an installation can have files looked at by a scanner of its own before anything else reads them. Off by default:
 * a bean of this type takes the place of the one that lets everything through. Of a picture no byte that was sent is handed on
 * to anybody, and a scanner protects what reads it here; a PDF is handed out as it was sent, and a scanner protects who opens it.
 */
public interface FileCheck {

    /**
     * Whether nothing was found in it.
     *
     * @param bytes as they were sent; not to be changed
     * @throws RuntimeException when it cannot be told; the file is then not kept, and its sender is asked to try again later
     */
    boolean harmless(byte[] bytes);
}
