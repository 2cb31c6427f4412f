package org.glance4j.feign.walks;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.glance4j.contract.Party;

/**
 * What several callers do, one step after the other.
 *
 * @param steps the steps
 */
record Walk(List<Step> steps) {
    /** So many images take part, and one that is never made. */
    static final int SLOTS = 4;

    private static final int CREATES = 3;

    /** Those who walk; who owns most images walks most. */
    private static final List<Party> WALKERS = List.of(
            Party.OWNER,
            Party.OWNER,
            Party.OWNER,
            Party.OWNER,
            Party.CONSUMER,
            Party.CONSUMER,
            Party.BYSTANDER,
            Party.ADMIN);

    static final List<Party> CALLERS = List.of(Party.OWNER, Party.CONSUMER, Party.BYSTANDER, Party.ADMIN);

    /** Draws a walk that begins with the making of some images. */
    static Walk drawn(long seed, int length) {
        Random random = new Random(seed);
        Deeds deeds = new Deeds(random);
        CatalogDeeds catalog = new CatalogDeeds(random);
        List<Step> steps = new ArrayList<>();
        for (int slot = 0; slot < CREATES; slot++) {
            steps.add(new Step(walker(random), slot, deeds.create()));
        }
        steps.add(new Step(Party.ADMIN, 0, catalog.create()));
        while (steps.size() < length) {
            if (random.nextInt(6) == 0) {
                steps.add(new Step(librarian(random), random.nextInt(SLOTS), catalog.next()));
                continue;
            }
            boolean known = random.nextInt(20) > 0;
            steps.add(
                    new Step(walker(random), known ? random.nextInt(SLOTS) : random.nextInt(SLOTS + 1), deeds.next()));
        }
        return new Walk(steps);
    }

    private static Party walker(Random random) {
        return WALKERS.get(random.nextInt(WALKERS.size()));
    }

    /** Draws who does something to the catalog, which an admin alone may change. */
    private static Party librarian(Random random) {
        return random.nextInt(3) > 0 ? Party.ADMIN : walker(random);
    }

    Walk upTo(int length) {
        return new Walk(List.copyOf(steps.subList(0, length)));
    }

    Walk without(int index) {
        List<Step> rest = new ArrayList<>(steps);
        rest.remove(index);
        return new Walk(rest);
    }

    /** A line for each step. */
    @Override
    public String toString() {
        return IntStream.range(0, steps.size())
                .mapToObj(number -> "  " + number + ". " + steps.get(number))
                .collect(Collectors.joining("\n"));
    }
}
