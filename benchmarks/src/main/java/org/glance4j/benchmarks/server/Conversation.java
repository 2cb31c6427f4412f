package org.glance4j.benchmarks.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Locale;

/** Answers the requests of one connection, with one write for each answer. */
final class Conversation implements Runnable {
    private static final int LONGEST_HEAD = 8 << 10;
    private static final byte[] CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n".getBytes(ISO_8859_1);
    private static final byte[] DATA = new byte[32 << 10];

    private final Socket socket;
    private final Answers answers;
    private final byte[] head = new byte[LONGEST_HEAD];
    private int filled;

    Conversation(Socket socket, Answers answers) {
        this.socket = socket;
        this.answers = answers;
    }

    @Override
    public void run() {
        try (Socket open = socket) {
            InputStream in = open.getInputStream();
            OutputStream out = open.getOutputStream();
            for (int end = readHead(in); end > 0; end = readHead(in)) {
                String request = new String(head, 0, end, ISO_8859_1);
                System.arraycopy(head, end, head, 0, filled - end);
                filled -= end;
                readBody(request.toLowerCase(Locale.ROOT), in, out);
                answer(request, out);
            }
        } catch (IOException gone) {
            // A connection that breaks fails the measurement at its other end, unless that is over.
            return;
        }
    }

    /** Returns where the head ends; 0 where the client has closed instead. */
    private int readHead(InputStream in) throws IOException {
        int searched = 0;
        while (true) {
            for (int i = Math.max(searched, 3); i < filled; i++) {
                if (head[i] == '\n' && head[i - 1] == '\r' && head[i - 2] == '\n') {
                    return i + 1;
                }
            }
            searched = filled;
            int n = in.read(head, filled, head.length - filled);
            if (n < 0) {
                return 0;
            }
            filled += n;
        }
    }

    private void readBody(String request, InputStream in, OutputStream out) throws IOException {
        int at = request.indexOf("\r\ncontent-length:");
        if (at < 0) {
            return;
        }
        int from = at + "\r\ncontent-length:".length();
        long left = Long.parseLong(
                request.substring(from, request.indexOf('\r', from)).trim());
        if (request.contains("100-continue")) {
            out.write(CONTINUE);
        }
        long here = Math.min(left, filled);
        System.arraycopy(head, (int) here, head, 0, filled - (int) here);
        filled -= (int) here;
        left -= here;
        byte[] buffer = left > 0 ? new byte[DATA.length] : head;
        while (left > 0) {
            int n = in.read(buffer, 0, (int) Math.min(left, buffer.length));
            if (n < 0) {
                throw new EOFException("the body is " + left + " bytes short");
            }
            left -= n;
        }
    }

    private void answer(String request, OutputStream out) throws IOException {
        String target = request.substring(request.indexOf(' ') + 1, request.indexOf(" HTTP/"));
        long number = Answers.number(target);
        if (target.startsWith("/v2/images?")) {
            out.write(answers.pageBehind(number));
        } else if (target.endsWith("/members")) {
            out.write(answers.members(number));
        } else if (target.contains("/members/")) {
            out.write(answers.member());
        } else if (target.endsWith("/file")) {
            file(request.startsWith("PUT"), number, out);
        } else if (target.endsWith("/tasks")) {
            out.write(answers.ofTasks());
        } else if (target.endsWith("/import")) {
            out.write(answers.accepted());
        } else if (target.startsWith("/v2/metadefs/namespaces/")) {
            out.write(answers.ofNamespace());
        } else if (target.startsWith("/v2/images/") && number >= 0) {
            out.write(answers.holding(number));
        } else {
            out.write(answers.notFound());
        }
    }

    private void file(boolean upload, long bytes, OutputStream out) throws IOException {
        if (upload) {
            out.write(answers.noContent());
            return;
        }
        out.write(Answers.dataHead(bytes).getBytes(ISO_8859_1));
        for (long left = bytes; left > 0; left -= DATA.length) {
            out.write(DATA, 0, (int) Math.min(left, DATA.length));
        }
    }
}
