package org.glance4j.feign.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.glance4j.feign.FeignTransport;
import org.glance4j.model.DiskFormat;
import org.glance4j.model.ImportTaskInput;
import org.glance4j.model.Task;
import org.glance4j.model.TaskQuery;

/** Tasks: the call of each operation, and how to see that it was done. */
final class TaskScenes {
    private static final ImportTaskInput IMPORT =
            ImportTaskInput.fromUrl("http://127.0.0.1/nothing", DiskFormat.RAW, Map.of());

    private TaskScenes() {}

    static Scene list() {
        return new Scene() {
            @Override
            String user() {
                return Cloud.ADMIN;
            }

            @Override
            void prepare(Target target) {
                target.admin().tasks().create(IMPORT);
            }

            @Override
            Object call(FeignTransport transport, Target target) {
                return transport.tasks().list(TaskQuery.defaults()).items().size();
            }

            @Override
            void check(Object answer, Target target) {
                assertThat((Integer) answer).isPositive();
            }
        };
    }

    static Scene get() {
        return new Scene() {
            @Override
            String user() {
                return Cloud.ADMIN;
            }

            @Override
            Object call(FeignTransport transport, Target target) {
                Task task = target.admin().tasks().create(IMPORT);
                return transport.tasks().get(task.id()).input();
            }

            @Override
            void check(Object answer, Target target) {
                assertThat(answer).isEqualTo(IMPORT.fields());
            }
        };
    }

    static Scene create() {
        return new Scene() {
            @Override
            String user() {
                return Cloud.ADMIN;
            }

            @Override
            Object call(FeignTransport transport, Target target) {
                return transport
                        .tasks()
                        .create(ImportTaskInput.fromUrl("http://127.0.0.1/" + target.name(), DiskFormat.RAW, Map.of()));
            }

            @Override
            boolean done(Target target) {
                return target
                        .admin()
                        .tasks()
                        .list(TaskQuery.builder().limit(1000).build())
                        .items()
                        .stream()
                        .map(stub -> target.admin().tasks().get(stub.id()))
                        .anyMatch(task -> String.valueOf(task.input()).contains(target.name()));
            }

            @Override
            void check(Object answer, Target target) {
                assertThat(String.valueOf(((Task) answer).input())).contains(target.name());
            }
        };
    }
}
