package nl.opkoers.file;

/** Why a picture or a document is not kept. */
public enum Refusal {
    /** There is nothing in the file. */
    EMPTY,
    /** The file has more bytes than {@link Pictures#MOST_BYTES}. */
    TOO_LARGE,
    /** It has more pixels than anything we have to read. */
    TOO_MANY_PIXELS,
    /** It is something else, whatever it is called. */
    NO_PICTURE,
    /** It is a picture, but broken off or garbled. */
    DAMAGED,
    /** HEIC, of which this installation cannot make JPEG. */
    HEIC,
    /** Reading it takes too long, too many are being read now, or the installation's own check of files does not answer. */
    TOO_SLOW,
    /** The installation's own check of files found something in it. */
    HARMFUL,
    /** This person has more pictures here than anybody needs. */
    TOO_MANY,
    /** The session had ended when it came, and a file is not kept meanwhile: it has to be chosen again. */
    LOST
}
