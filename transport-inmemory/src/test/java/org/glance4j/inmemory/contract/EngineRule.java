package org.glance4j.inmemory.contract;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Arrays;
import java.util.function.Predicate;
import org.glance4j.error.ImageServiceException;
import org.jspecify.annotations.Nullable;

/** What becomes of a call to the engine. */
@FunctionalInterface
interface EngineRule {

    @Nullable
    Object answer(EngineCall call) throws Throwable;

    /** Does what an admin may. */
    static @Nullable Object asAdmin(EngineCall call) throws Throwable {
        return call.by(EngineCall.ADMIN).pass();
    }

    /** Treats the caller as one that has nothing to do with the image. */
    static @Nullable Object asStranger(EngineCall call) throws Throwable {
        return call.by(EngineCall.STRANGER).pass();
    }

    /** Applies a rule to some calls alone. */
    static EngineRule when(Predicate<EngineCall> some, EngineRule rule) {
        return call -> some.test(call) ? rule.answer(call) : call.pass();
    }

    /** Applies a rule where a call is refused in a certain way. */
    static EngineRule refused(Class<? extends ImageServiceException> refusal, EngineRule rule) {
        return call -> {
            try {
                return call.pass();
            } catch (ImageServiceException e) {
                if (refusal.isInstance(e)) {
                    return rule.answer(call);
                }
                throw e;
            }
        };
    }

    /** Lets those through who are refused in a certain way. */
    static EngineRule allowed(Class<? extends ImageServiceException> refusal) {
        return refused(refusal, EngineRule::asAdmin);
    }

    /** Answers with the image as it is, and changes nothing. */
    static Object forgotten(EngineCall call) {
        return call.engine().get(call.caller(), call.image());
    }

    /** Does nothing, and says nothing of it. */
    static @Nullable Object ignored(EngineCall call) {
        return null;
    }

    /** Takes all data but its last byte. */
    static @Nullable Object lastByteLost(EngineCall call) throws Throwable {
        byte[] data = call.argument(InputStream.class).readAllBytes();
        byte[] cut = Arrays.copyOf(data, Math.max(0, data.length - 1));
        return call.with(InputStream.class, new ByteArrayInputStream(cut)).pass();
    }
}
