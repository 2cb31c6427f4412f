package org.glance4j.cli.session;

import java.time.Duration;
import org.glance4j.observe.AttemptEnd;
import org.glance4j.observe.ClientListener;
import org.glance4j.observe.ObservedCall;
import org.glance4j.observe.Repeat;
import org.glance4j.observe.SentRequest;

/**
 * Prints each request as a curl line that can be pasted, and what came of it as a comment of the shell's. Safe for use by several
 * threads.
 */
final class DebugOutput implements ClientListener {
    private final Shell shell;

    DebugOutput(Shell shell) {
        this.shell = shell;
    }

    @Override
    public void attemptBegan(ObservedCall call, SentRequest request) {
        shell.explain(request.toCurl() + "\n");
    }

    @Override
    public void attemptEnded(ObservedCall call, AttemptEnd end) {
        String outcome = end.status() == null ? "" : "status " + end.status() + ", ";
        String lost = switch (end.result()) {
            case ANSWERED -> "";
            case NOT_SENT -> "the request did not leave, ";
            case LOST -> "no answer that could be read, ";
        };
        String request = end.requestId() == null ? "" : "request " + end.requestId() + ", ";
        comment(outcome + lost + request + millis(end.duration()));
    }

    @Override
    public void callRepeats(ObservedCall call, Repeat repeat) {
        comment("again in " + millis(repeat.pause()) + (repeat.asked() ? ", as the service asks" : ""));
    }

    @Override
    public void tokenRejected() {
        comment("the token was refused");
    }

    private void comment(String text) {
        shell.explain("# " + text + "\n");
    }

    private static String millis(Duration duration) {
        return duration.toMillis() + " ms";
    }
}
