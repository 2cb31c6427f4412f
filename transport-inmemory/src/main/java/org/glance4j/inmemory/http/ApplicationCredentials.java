package org.glance4j.inmemory.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The application credentials that there are. Safe for use by several threads. */
final class ApplicationCredentials {
    private final Map<String, ApplicationCredential> credentials = new LinkedHashMap<>();

    ApplicationCredentials(Seed seed) {
        for (Seed.User user : seed.users()) {
            for (Seed.ApplicationCredential given : user.applicationCredentials()) {
                Seed.Project project = seed.projects().stream()
                        .filter(found -> found.name().equals(given.project()))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("no project " + given.project()));
                credentials.put(
                        given.id(),
                        new ApplicationCredential(
                                given.id(),
                                given.name(),
                                null,
                                user,
                                project,
                                Accounts.withImplied(given.roles()),
                                given.secret(),
                                given.expiresAt(),
                                given.unrestricted() ? true : null));
            }
        }
    }

    synchronized Optional<ApplicationCredential> find(String id) {
        return Optional.ofNullable(credentials.get(id));
    }

    synchronized Optional<ApplicationCredential> find(Seed.User user, String name) {
        return of(user).stream().filter(found -> found.name().equals(name)).findFirst();
    }

    synchronized List<ApplicationCredential> of(Seed.User user) {
        return credentials.values().stream()
                .filter(found -> found.user().id().equals(user.id()))
                .toList();
    }

    /** Adds a credential and returns true, or false if its user has one of that name. */
    synchronized boolean add(ApplicationCredential credential) {
        if (find(credential.user(), credential.name()).isPresent()) {
            return false;
        }
        credentials.put(credential.id(), credential);
        return true;
    }

    synchronized boolean remove(String id) {
        return credentials.remove(id) != null;
    }
}
