package org.glance4j.feign.fuzz;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.glance4j.feign.config.AnyFile;
import org.glance4j.feign.keystone.TokenAnswers;
import org.glance4j.internal.json.CacheJson;
import org.glance4j.internal.json.ErrorText;
import org.glance4j.internal.json.ImageJson;
import org.glance4j.internal.json.ImportJson;
import org.glance4j.internal.json.LocationJson;
import org.glance4j.internal.json.MemberJson;
import org.glance4j.internal.json.MetadefJson;
import org.glance4j.internal.json.SchemaJson;
import org.glance4j.internal.json.StoreJson;
import org.glance4j.internal.json.TaskJson;
import org.glance4j.internal.json.TasksPageJson;
import org.glance4j.internal.json.UsageJson;
import org.glance4j.internal.json.VersionsJson;
import org.glance4j.internal.json.WireFormatException;
import org.glance4j.model.ApiVersions;
import org.glance4j.model.ExportTaskInput;
import org.glance4j.model.Image;
import org.glance4j.model.ImageLocation;
import org.glance4j.model.ImportFailureCode;
import org.glance4j.model.ImportTaskInput;
import org.glance4j.model.Task;
import org.glance4j.model.TaskInput;

/** What is fuzzed. The name of the method is Jazzer's. */
public final class Targets {
    /** All but the planted one. */
    static final List<Class<?>> ALL = List.of(
            AnImage.class,
            PageOfImages.class,
            AMember.class,
            Members.class,
            ATask.class,
            ImageTasks.class,
            Stores.class,
            ImportMethods.class,
            Versions.class,
            ASchema.class,
            Usage.class,
            Locations.class,
            Metadefs.class,
            PageOfTasks.class,
            Cache.class,
            RefusalText.class,
            TokenAnswer.class,
            Pagination.class,
            CloudsYaml.class);

    private Targets() {}

    public static final class AnImage {
        private AnImage() {}

        public static void fuzzerTestOneInput(byte[] input) {
            reading(() -> ImageJson.read(input));
        }
    }

    public static final class PageOfImages {
        private PageOfImages() {}

        public static void fuzzerTestOneInput(byte[] input) {
            reading(() -> ImageJson.readPage(input));
        }
    }

    public static final class AMember {
        private AMember() {}

        public static void fuzzerTestOneInput(byte[] input) {
            reading(() -> MemberJson.read(input));
        }
    }

    public static final class Members {
        private Members() {}

        public static void fuzzerTestOneInput(byte[] input) {
            reading(() -> MemberJson.readList(input));
        }
    }

    public static final class ATask {
        private ATask() {}

        public static void fuzzerTestOneInput(byte[] input) {
            reading(() -> {
                Task task = TaskJson.read(input);
                if (!TaskJson.read(TaskJson.write(task)).id().equals(task.id())) {
                    throw new AssertionError("what is written is not what was read");
                }
            });
        }
    }

    public static final class ImageTasks {
        private ImageTasks() {}

        public static void fuzzerTestOneInput(byte[] input) {
            reading(() -> TaskJson.readList(TaskJson.writeList(TaskJson.readList(input))));
        }
    }

    public static final class Stores {
        private Stores() {}

        public static void fuzzerTestOneInput(byte[] input) {
            reading(() -> StoreJson.readList(StoreJson.writeList(StoreJson.readList(input))));
        }
    }

    public static final class ImportMethods {
        private ImportMethods() {}

        public static void fuzzerTestOneInput(byte[] input) {
            reading(() -> ImportJson.readMethods(input));
        }
    }

    public static final class Versions {
        private Versions() {}

        public static void fuzzerTestOneInput(byte[] input) {
            reading(() -> {
                ApiVersions versions = VersionsJson.read(input);
                if (versions.highestMinor().isPresent()
                        && !versions.lists(versions.highestMinor().getAsInt())) {
                    throw new AssertionError("the highest version is not listed");
                }
            });
        }
    }

    public static final class ASchema {
        private ASchema() {}

        public static void fuzzerTestOneInput(byte[] input) {
            reading(() -> SchemaJson.read(input));
        }
    }

    /** Locations by themselves and among an image's fields, and what is written of them again. */
    public static final class Locations {
        private Locations() {}

        public static void fuzzerTestOneInput(byte[] input) {
            reading(() -> {
                List<ImageLocation> locations = LocationJson.readList(input);
                if (!LocationJson.readList(LocationJson.writeList(locations)).equals(locations)) {
                    throw new AssertionError("what is written is not what was read");
                }
            });
            reading(() -> {
                Image image = ImageJson.read(input);
                ImageLocation.of(image);
                ImageLocation.directUrl(image);
            });
        }
    }

    public static final class Usage {
        private Usage() {}

        public static void fuzzerTestOneInput(byte[] input) {
            reading(() -> UsageJson.read(input));
        }
    }

    /** What the metadata catalog answers: the first byte tells what it is. */
    public static final class Metadefs {
        private static final List<Consumer<byte[]>> READERS = List.of(
                MetadefJson::readNamespace,
                MetadefJson::readNamespaces,
                MetadefJson::readObject,
                MetadefJson::readObjects,
                MetadefJson::readProperty,
                MetadefJson::readProperties,
                MetadefJson::readTag,
                MetadefJson::readTags,
                MetadefJson::readAssociation,
                MetadefJson::readAssociations,
                MetadefJson::readResourceTypes);

        private Metadefs() {}

        public static void fuzzerTestOneInput(byte[] input) {
            if (input.length > 0) {
                byte[] document = Arrays.copyOfRange(input, 1, input.length);
                reading(() -> READERS.get((input[0] & 0xff) % READERS.size()).accept(document));
            }
        }
    }

    /** A page of tasks, and what is read out of each of them. */
    public static final class PageOfTasks {
        private PageOfTasks() {}

        public static void fuzzerTestOneInput(byte[] input) {
            reading(() -> TasksPageJson.read(input).tasks().forEach(task -> {
                Optional<TaskInput> asked = TaskInput.of(task);
                if (asked.isPresent() && !asked.get().typeWord().equals(task.typeWord())) {
                    throw new AssertionError("the input is another task's");
                }
                ImportTaskInput.importedImage(task);
                ExportTaskInput.exportLocation(task);
                ImportFailureCode.of(task);
            }));
        }
    }

    public static final class Cache {
        private Cache() {}

        public static void fuzzerTestOneInput(byte[] input) {
            reading(() -> CacheJson.read(input));
        }
    }

    /** The body of a refusal: JSON, HTML or plain text. Whatever it is, it fails nothing, and fits on a line. */
    public static final class RefusalText {
        private RefusalText() {}

        public static void fuzzerTestOneInput(byte[] input) {
            String text = ErrorText.read(input);
            if (text != null && (text.isBlank() || text.chars().anyMatch(c -> c < ' '))) {
                throw new AssertionError("no text on one line");
            }
        }
    }

    /** What the identity service says of a token: the first byte tells the version of its API. */
    public static final class TokenAnswer {
        private TokenAnswer() {}

        public static void fuzzerTestOneInput(byte[] input) {
            if (input.length > 0) {
                TokenAnswers.read(input[0] % 2 == 0, Arrays.copyOfRange(input, 1, input.length));
            }
        }
    }

    /** A service that answers with the pages that the bytes describe, over and over. */
    public static final class Pagination {
        private Pagination() {}

        public static void fuzzerTestOneInput(byte[] input) {
            ScriptedPages.walk(input);
        }
    }

    public static final class CloudsYaml {
        private CloudsYaml() {}

        public static void fuzzerTestOneInput(byte[] input) {
            AnyFile.read(input);
        }
    }

    /** A decoder that forgets that a field can be missing, three levels down: what a fuzzer has to find. */
    public static final class Planted {
        private Planted() {}

        public static void fuzzerTestOneInput(byte[] input) {
            try {
                CarelessReader.read(input);
            } catch (IllegalArgumentException refused) {
                // As typed as it gets here.
                return;
            }
        }
    }

    private static void reading(Runnable decoder) {
        try {
            decoder.run();
        } catch (WireFormatException refused) {
            if (refused.getMessage() == null || refused.getMessage().isBlank()) {
                throw new AssertionError("refused without a word", refused);
            }
        }
    }
}
