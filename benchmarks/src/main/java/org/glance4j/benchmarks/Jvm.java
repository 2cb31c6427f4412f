package org.glance4j.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts further JVMs of the same kind and class path. */
final class Jvm {
    private Jvm() {}

    /** Starts a program whose error output is this one's. */
    static Process start(Class<?> program, List<String> options, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** Runs a program to its end and returns the numbers that it prints, one a line. */
    static List<Double> run(Class<?> program, List<String> options, List<String> arguments) throws IOException {
        Process process = start(program, options, arguments);
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
        int code = exitCode(process);
        if (code != 0) {
            throw new IOException(program.getSimpleName() + arguments + " ended with " + code + ": " + out);
        }
        return out.lines().map(Double::valueOf).toList();
    }

    private static int exitCode(Process process) throws IOException {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroy();
            throw new IOException("interrupted", e);
        }
    }
}
