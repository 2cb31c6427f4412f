package org.glance4j.cli.demo;

import static java.util.Objects.requireNonNull;

import java.util.concurrent.Callable;
import org.glance4j.ImageClient;
import org.glance4j.auth.Caller;
import org.glance4j.cli.session.CommandFailedException;
import org.glance4j.cli.session.Shell;
import org.glance4j.inmemory.InMemoryImageService;
import org.glance4j.model.ImageId;
import org.glance4j.model.ProjectId;
import picocli.CommandLine.Command;

/** {@code demo}. */
@Command(name = "demo", description = "Play the handshake between an owner and a consumer in memory, as a story.")
public final class DemoCommand implements Callable<Integer> {
    private static final String BEGINNING = """
            Three projects work on one cloud, which lives in this program's memory: the producer owns an
            image, the consumer is to use it, and the bystander has no part in it. Each call below was
            made just now; behind the arrow stands what came of it.
            """;
    private static final String END = """

            That is the whole handshake: the owner says who may use an image, and each of those
            says for itself whether it wants it.
            """;

    private static final ImageId IMAGE = ImageId.of("9e0f3f6c-6f0d-4a6e-8d0e-5f1f3c0f2a11");

    private final Shell shell;

    /**
     * Makes the command.
     *
     * @param shell where the story is told
     */
    public DemoCommand(Shell shell) {
        this.shell = requireNonNull(shell, "shell");
    }

    @Override
    public Integer call() {
        shell.print(BEGINNING);
        try (InMemoryImageService service =
                InMemoryImageService.builder().ids(() -> IMAGE).build()) {
            new Handshake(
                            new Story(line -> shell.print(line + "\n")),
                            client(service, Handshake.PRODUCER),
                            client(service, Handshake.CONSUMER),
                            client(service, Handshake.BYSTANDER))
                    .play();
        } catch (UnexpectedTurnException e) {
            throw new CommandFailedException(String.valueOf(e.getMessage()), e);
        }
        shell.print(END);
        return 0;
    }

    private static ImageClient client(InMemoryImageService service, ProjectId project) {
        return ImageClient.of(service.as(Caller.of(project)));
    }
}
