package org.glance4j.cli.image;

import java.util.Locale;
import org.glance4j.cli.session.Shell;
import org.glance4j.data.ProgressListener;
import org.glance4j.data.TransferProgress;

/** Draws on a terminal how far a transfer is, over itself. Used by one thread. */
final class ProgressBar implements ProgressListener, AutoCloseable {
    private static final int WIDTH = 29;

    private final Shell shell;
    private final boolean shown;
    private int drawn;

    /**
     * Makes a bar, which shows where standard error is a terminal.
     *
     * @param shell where to draw
     * @param wanted whether somebody has asked for it
     */
    ProgressBar(Shell shell, boolean wanted) {
        this.shell = shell;
        this.shown = wanted && shell.terminals().err();
    }

    @Override
    public void progressed(TransferProgress progress) {
        if (!shown) {
            return;
        }
        String line = bar(progress) + "  " + HumanSize.of(progress.bytes()) + "B  "
                + HumanSize.of(Math.round(progress.bytesPerSecond())) + "B/s";
        // What was longer before is blotted out.
        shell.explain("\r" + line + " ".repeat(Math.max(0, drawn - line.length())));
        drawn = line.length();
    }

    private static String bar(TransferProgress progress) {
        if (progress.totalBytes().isEmpty()) {
            return "[?]";
        }
        long total = progress.totalBytes().getAsLong();
        double part = total == 0 ? 1 : Math.min(1, (double) progress.bytes() / total);
        int filled = (int) (part * WIDTH);
        return String.format(
                Locale.ROOT, "[%s>%s] %3d%%", "=".repeat(filled), " ".repeat(WIDTH - filled), (int) (part * 100));
    }

    /** Leaves the line, for what is printed next. */
    @Override
    public void close() {
        if (drawn > 0) {
            shell.explain("\n");
        }
    }
}
