package nl.opkoers.doors;

import java.util.regex.Pattern;

/** What somebody is to find at a door. */
enum Expected {
    /** An answer, whoever asks: a page, a file, or what was wrong with the question. */
    ANSWER,
    /** What is behind it. */
    OPEN,
    /** That they have to go to their identity provider, or that this did not work. */
    ELSEWHERE,
    /** That they have to sign in first, or again. */
    SIGN_IN,
    /** That this is not for them, whatever is there. */
    FORBIDDEN,
    /** The same as when there were nothing. */
    NOTHING;

    private static final Pattern TO_SIGN_IN = Pattern.compile("(https?://[^/]+)?/(sign-in|staff/sign-in|session-ended)\\?.*");

    boolean isMet(Knock.Got got, boolean read) {
        boolean asksToSignIn = got.status() == 303 && TO_SIGN_IN.matcher(got.location()).matches();
        return switch (this) {
            case ANSWER -> got.status() < 500 && got.status() != 401 && got.status() != 403 && got.status() != 404;
            case OPEN -> !asksToSignIn && (got.status() < 400 || !read && (got.status() == 400 || got.status() == 404 || got.status() == 409));
            case ELSEWHERE -> got.status() == 302 || got.status() == 303;
            case SIGN_IN -> asksToSignIn;
            case FORBIDDEN -> got.status() == 403;
            case NOTHING -> got.status() == 404;
        };
    }
}
