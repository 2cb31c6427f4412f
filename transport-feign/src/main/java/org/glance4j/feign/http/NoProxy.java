package org.glance4j.feign.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.hc.core5.http.HttpHost;
import org.jspecify.annotations.Nullable;

/**
 * The servers that no proxy stands before, as {@code NO_PROXY} lists them: {@code *} for all; a name for itself and every
 * name below it, with or without a dot in front; an address; a network such as {@code 10.0.0.0/8}; and a port behind a name
 * or an address that narrows it down. Names are not resolved. What is none of these fits nothing, as everywhere.
 *
 * <p>Source: the variable's common ground in curl ({@code --noproxy}) and Python's requests ({@code
 * should_bypass_proxies}). Where they differ, a name fits at a dot only: {@code example.org} does not fit {@code
 * notexample.org}.
 *
 * @param entries the list
 */
record NoProxy(List<Entry> entries) {
    static final NoProxy NONE = new NoProxy(List.of());

    private static final Pattern V4 = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
    private static final Pattern V6 = Pattern.compile("[0-9a-f:.]*:[0-9a-f:.]*");
    private static final Pattern PORT = Pattern.compile("[0-9]{1,5}");
    private static final Pattern BITS = Pattern.compile("[0-9]{1,3}");
    private static final int ANY = -1;
    private static final int WHOLE = -1;

    NoProxy {
        entries = List.copyOf(entries);
    }

    static NoProxy of(String list) {
        return new NoProxy(Arrays.stream(list.toLowerCase(Locale.ROOT).split("[,\\s]+", -1))
                .filter(word -> !word.isEmpty())
                .map(Entry::of)
                .toList());
    }

    boolean covers(HttpHost target) {
        String name = bare(target.getHostName().toLowerCase(Locale.ROOT));
        InetAddress address = address(name);
        return entries.stream().anyMatch(entry -> entry.fits(name, address, target.getPort()));
    }

    /** One word of the list: a name, or an address of which so many bits count; all of them fit. */
    record Entry(String name, @Nullable InetAddress address, int bits, int port) {
        static Entry of(String word) {
            int slash = word.indexOf('/');
            if (slash > 0 && BITS.matcher(word.substring(slash + 1)).matches()) {
                InetAddress network = NoProxy.address(bare(word.substring(0, slash)));
                return new Entry(word, network, Integer.parseInt(word.substring(slash + 1)), ANY);
            }
            InetAddress whole = NoProxy.address(bare(word));
            int colon = word.lastIndexOf(':');
            int port = ANY;
            String host = word;
            if (whole == null
                    && colon > 0
                    && PORT.matcher(word.substring(colon + 1)).matches()) {
                port = Integer.parseInt(word.substring(colon + 1));
                host = word.substring(0, colon);
            }
            InetAddress address = NoProxy.address(bare(host));
            String name = host.replaceFirst("^\\*?\\.", "").replaceFirst("\\.$", "");
            return new Entry(name, address, WHOLE, port);
        }

        boolean fits(String targetName, @Nullable InetAddress targetAddress, int targetPort) {
            if (port != ANY && port != targetPort) {
                return false;
            }
            if (name.equals("*")) {
                return true;
            }
            if (targetAddress != null) {
                return address != null && sameNetwork(address, targetAddress, bits);
            }
            return targetName.equals(name) || targetName.endsWith("." + name);
        }

        private static boolean sameNetwork(InetAddress network, InetAddress address, int bits) {
            byte[] wanted = network.getAddress();
            byte[] found = address.getAddress();
            int counting = bits == WHOLE ? wanted.length * 8 : bits;
            if (wanted.length != found.length || counting > wanted.length * 8) {
                return false;
            }
            for (int i = 0; i < counting; i++) {
                int mask = 0x80 >> (i % 8);
                if ((wanted[i / 8] & mask) != (found[i / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** Returns the list as it is understood, for a person. */
    String words() {
        return entries.isEmpty()
                ? "nothing"
                : String.join(",", entries.stream().map(Entry::name).toList());
    }

    /** Takes the brackets off an IPv6 address, and the dot off the end of a name. */
    private static String bare(String host) {
        boolean bracketed = host.startsWith("[") && host.endsWith("]");
        return bracketed ? host.substring(1, host.length() - 1) : host.replaceFirst("\\.$", "");
    }

    /** Reads an address as such; null for what is a name, which is not looked up. */
    private static @Nullable InetAddress address(String text) {
        if (!V4.matcher(text).matches() && !V6.matcher(text).matches()) {
            return null;
        }
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            // It looks like an address and is none, so nothing has it.
            return null;
        }
    }
}
