package org.glance4j.cli.demo;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.glance4j.error.Failure;
import org.glance4j.error.ImageServiceException;
import org.glance4j.lifecycle.Explanation;

/**
 * Tells what happens by making it happen: a line is told once its call has come out as expected, and in the words of what came
 * out. The first call that comes out otherwise ends the story.
 */
final class Story {
    private final Consumer<String> listener;
    private int scenes;

    Story(Consumer<String> listener) {
        this.listener = listener;
    }

    /** A call that somebody makes. */
    record Call<T>(String who, String what, Supplier<T> call) {}

    static <T> Call<T> call(String who, String what, Supplier<T> call) {
        return new Call<>(who, what, call);
    }

    static Call<Void> call(String who, String what, Runnable call) {
        return new Call<>(who, what, () -> {
            call.run();
            return null;
        });
    }

    void scene(String title) {
        scenes++;
        listener.accept("");
        listener.accept(scenes + ". " + title);
    }

    /** Makes a call that is to succeed. */
    <T> T succeeds(Call<T> call, String expected, Predicate<T> holds, Function<T, String> words) {
        T result;
        try {
            result = call.call().get();
        } catch (ImageServiceException e) {
            throw new UnexpectedTurnException(call.who() + " " + call.what(), expected, String.valueOf(e.getMessage()));
        }
        String happened = words.apply(result);
        if (!holds.test(result)) {
            throw new UnexpectedTurnException(call.who() + " " + call.what(), expected, happened);
        }
        tell(call, happened);
        return result;
    }

    /** Makes a call that is to be refused in this way. */
    void isRefused(Call<?> call, Class<? extends ImageServiceException> refusal) {
        String expected = "a refusal, " + refusal.getSimpleName();
        try {
            Object result = call.call().get();
            throw new UnexpectedTurnException(
                    call.who() + " " + call.what(), expected, "it succeeded" + (result == null ? "" : ": " + result));
        } catch (ImageServiceException e) {
            if (!refusal.isInstance(e)) {
                throw new UnexpectedTurnException(
                        call.who() + " " + call.what(), expected, e.getClass().getSimpleName() + ": " + e.getMessage());
            }
            tell(call, "refused with " + e.failure().status() + ": " + reason(e.failure()));
        }
    }

    private static String reason(Failure failure) {
        List<Explanation> explanations = failure.explanations();
        return explanations.isEmpty()
                ? String.valueOf(failure.serviceText())
                : explanations.stream().map(Explanation::text).collect(Collectors.joining("; or "));
    }

    private void tell(Call<?> call, String happened) {
        listener.accept("   " + call.who() + " " + call.what());
        listener.accept("      -> " + happened);
    }
}
