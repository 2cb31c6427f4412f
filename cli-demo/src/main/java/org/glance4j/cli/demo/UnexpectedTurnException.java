package org.glance4j.cli.demo;

/** A call of the story did not come out as it does on a Glance. */
final class UnexpectedTurnException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnexpectedTurnException(String call, String expected, String happened) {
        super("the story takes another turn: " + call + ": expected " + expected + "; happened: " + happened);
    }
}
