package org.glance4j.inmemory.http;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.Stream;
import org.glance4j.auth.Secret;
import org.glance4j.inmemory.internal.ImageEngine;

/** Both services behind one address, without a socket. Safe for use by several threads. */
final class WireService {
    private final ImageApi images;
    private final IdentityApi identity;
    private final RouteCounts counts = new RouteCounts();
    private final Accounts accounts;
    private final Tokens tokens;

    WireService(ImageEngine engine, Accounts accounts, ApplicationCredentials credentials, Tokens tokens) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.images = new ImageApi(engine, tokens, counts);
        this.identity = new IdentityApi(accounts, credentials, tokens, counts);
    }

    /** Answers a request, once it has read all of it: a client that is still sending would not see an early answer. */
    WireResponse answer(WireRequest request, String defaultBase) throws IOException {
        WireResponse response = decoded(request, base(request, defaultBase));
        try {
            request.body().transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            try (response) {
                throw e;
            }
        }
        return response;
    }

    private WireResponse decoded(WireRequest request, String base) throws IOException {
        RequestTarget target;
        try {
            target = RequestTarget.parse(request.target());
        } catch (RequestTarget.UndecodableException e) {
            return ErrorForm.of(request.header("Accept"))
                    .render(
                            400,
                            "Error decoding your request. Either the URL or the request body contained characters that could"
                                    + " not be decoded by Glance");
        }
        return target.segments().get(0).equals(IdentityApi.PREFIX)
                ? identity.answer(request, target, base)
                : images.answer(request, target, base);
    }

    /** Links lead to where the request was sent, so that a client behind a forwarded port can follow them. */
    private static String base(WireRequest request, String defaultBase) {
        return request.header("Host")
                .filter(host -> host.matches("[A-Za-z0-9.\\[\\]:_-]+"))
                .map(host -> "http://" + host)
                .orElse(defaultBase);
    }

    long requests(String method, String route) {
        List<String> known = Stream.concat(images.routes().stream(), identity.routes().stream())
                .map(Route::template)
                .toList();
        if (!known.contains(route)) {
            throw new IllegalArgumentException("no such route: " + route + "; there are " + String.join(", ", known));
        }
        return counts.of(method, route);
    }

    Secret token(String userName) {
        Seed.User user = accounts.userByName(userName)
                .orElseThrow(() -> new IllegalArgumentException("no such user: " + userName));
        Seed.Project project = accounts.home(user)
                .orElseThrow(() -> new IllegalArgumentException("user " + userName + " has no role in any project"));
        return tokens.issue(new Grants(tokens).trusted(user, project));
    }

    void expireTokens() {
        tokens.expireAll();
    }
}
