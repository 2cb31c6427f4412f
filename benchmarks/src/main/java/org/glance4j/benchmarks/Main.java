package org.glance4j.benchmarks;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Measures what the library costs beside bare parts, and prints it as a table in Markdown. */
public final class Main {
    private static final String QUICK = "--quick";

    private Main() {}

    /**
     * Measures and prints.
     *
     * @param arguments {@code --quick} for a short run, and names of parts to leave the others out
     * @throws IOException if the server cannot be reached
     */
    public static void main(String[] arguments) throws IOException {
        List<String> words = Arrays.asList(arguments);
        Set<String> parts = words.stream()
                .filter(word -> !word.equals(QUICK))
                .map(word -> word.toUpperCase(Locale.ROOT))
                .collect(Collectors.toSet());
        Effort effort = words.contains(QUICK) ? new Effort(5, 200, 2_000, parts) : new Effort(9, 300, 5_000, parts);
        System.out.printf(
                Locale.ROOT,
                "Java %s, %d processors, %d rounds%n%n",
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                effort.rounds());
        System.out.println("| measured | bare | glance4j | ratio | goal |");
        System.out.println("|---|--:|--:|--:|---|");
        try (ServerProcess server = ServerProcess.start();
                Both both = Both.of(server.endpoint())) {
            print(new HttpCalls(both, effort).measure());
            if (effort.wants("LIVE_SET")) {
                print(new LiveSet(both).measure());
            }
            if (effort.wants("THREADS")) {
                print(new ManyThreads(both, effort).measure());
            }
            if (effort.wants("IN_HEAP")) {
                print(new InHeap(effort).measure());
            }
            if (effort.wants("DATA")) {
                print(new DataRuns(server.endpoint(), effort).measure());
            }
            if (effort.wants("HASHED")) {
                print(new VerifiedRuns(server.endpoint(), effort).measure());
            }
            if (effort.wants("START")) {
                print(new StartUps(server.endpoint(), effort).measure());
            }
        }
    }

    private static void print(List<Ratio> ratios) {
        ratios.forEach(ratio -> System.out.println(ratio.line()));
    }
}
