package nl.opkoers.file;

/**
 * Where an installation can have files looked at by a scanner of its own before anything else reads them. Off by default:
 * a bean of this type takes the place of the one that lets everything through. No byte of a file that is sent is ever handed
 * on to anybody, but a scanner protects what reads the file here.
 */
public interface FileCheck {

    /**
     * Whether nothing was found in it.
     *
     * @param bytes as they were sent; not to be changed
     * @throws RuntimeException when it cannot be told; the picture is then not kept
     */
    boolean harmless(byte[] bytes);
}
