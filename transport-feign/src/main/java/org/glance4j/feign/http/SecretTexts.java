package org.glance4j.feign.http;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.glance4j.auth.Secret;
import org.jspecify.annotations.Nullable;

/**
 * The secrets that must not be seen. A peer may quote them: an error that repeats the request, a proxy's page, a broken header
 * that an exception shows. Immutable.
 */
public final class SecretTexts {
    /** Nothing to hide. */
    static final SecretTexts NONE = new SecretTexts(List.of());

    static final String HIDDEN = "[hidden]";
    /** Anything this short stands in any text: it is hidden only as a word of its own. */
    private static final int SHORT = 4;

    private final List<Secret> secrets;

    private SecretTexts(List<Secret> secrets) {
        this.secrets = secrets;
    }

    /**
     * Returns the secrets.
     *
     * @param secrets those that are there; nulls count for nothing
     * @return the secrets
     */
    public static SecretTexts of(List<? extends @Nullable Secret> secrets) {
        List<Secret> known = new ArrayList<>();
        for (Secret secret : secrets) {
            if (secret != null && !secret.reveal().isEmpty()) {
                known.add(secret);
            }
        }
        return new SecretTexts(List.copyOf(known));
    }

    /** Returns these secrets and more. */
    SecretTexts and(List<? extends @Nullable Secret> more) {
        List<@Nullable Secret> all = new ArrayList<>(secrets);
        all.addAll(more);
        return of(all);
    }

    /** Returns whether one of the secrets stands in a text as it is: what a text on every answer is asked for. */
    boolean standIn(String text) {
        for (Secret secret : secrets) {
            if (text.contains(secret.reveal())) {
                return true;
            }
        }
        return false;
    }

    /** Returns a text without the secrets, in whatever form they stand in it. */
    String hide(String text) {
        String shown = text;
        for (Secret secret : secrets) {
            for (String form : SecretForms.of(secret.reveal())) {
                shown = without(form, shown);
            }
        }
        return shown;
    }

    private static String without(String form, String text) {
        int at = text.indexOf(form);
        if (at < 0) {
            return text;
        }
        StringBuilder shown = new StringBuilder(text.length());
        int copied = 0;
        while (at >= 0) {
            int end = at + form.length();
            if (form.length() > SHORT || isWord(text, at, end)) {
                shown.append(text, copied, at).append(HIDDEN);
                copied = end;
            }
            at = text.indexOf(form, end);
        }
        return shown.append(text, copied, text.length()).toString();
    }

    private static boolean isWord(String text, int from, int to) {
        return (from == 0 || !Character.isLetterOrDigit(text.charAt(from - 1)))
                && (to == text.length() || !Character.isLetterOrDigit(text.charAt(to)));
    }

    /**
     * Returns a failure that holds no secret in its messages or those of its causes: itself, or one that stands for it, with
     * the same stack traces.
     */
    Throwable hide(Throwable failure) {
        StringBuilder texts = new StringBuilder();
        collect(failure, texts, Collections.newSetFromMap(new IdentityHashMap<>()));
        return hide(texts.toString()).contentEquals(texts) ? failure : standIn(failure);
    }

    private static void collect(Throwable failure, StringBuilder texts, Set<Throwable> seen) {
        if (seen.add(failure)) {
            texts.append(failure).append('\n');
            if (failure.getCause() != null) {
                collect(failure.getCause(), texts, seen);
            }
            for (Throwable suppressed : failure.getSuppressed()) {
                collect(suppressed, texts, seen);
            }
        }
    }

    private Throwable standIn(Throwable failure) {
        IOException standIn = new IOException(hide(failure.toString()));
        standIn.setStackTrace(failure.getStackTrace());
        if (failure.getCause() != null) {
            standIn.initCause(standIn(failure.getCause()));
        }
        for (Throwable suppressed : failure.getSuppressed()) {
            standIn.addSuppressed(standIn(suppressed));
        }
        return standIn;
    }
}
