package org.glance4j.benchmarks;

import java.io.IOException;
import org.glance4j.benchmarks.server.Answers;

/** What is measured over HTTP on one thread, and how much more of it than bare HttpClient the library may need. */
enum Work {
    GET_MEMBER("get member", 1.25, 1.60) {
        @Override
        void once(Contender contender) throws IOException {
            contender.getMember();
        }
    },
    UPDATE_STATUS("update status", 1.25, 1.60) {
        @Override
        void once(Contender contender) throws IOException {
            contender.updateStatus();
        }
    },
    LIST_2("list of 2 members", Double.NaN, Double.NaN) {
        @Override
        void once(Contender contender) throws IOException {
            expect(2, contender.listMembers(2));
        }
    },
    LIST_100("list of 100 members", 0.60, 0.35) {
        @Override
        void once(Contender contender) throws IOException {
            expect(100, contender.listMembers(100));
        }
    },
    GET_IMAGE("get image", 1.25, 1.60) {
        @Override
        void once(Contender contender) throws IOException {
            contender.getImage();
        }
    },
    UPDATE_IMAGE("update image", 1.25, 1.60) {
        @Override
        void once(Contender contender) throws IOException {
            contender.updateImage();
        }
    },
    IMPORT_IMAGE("import image", Double.NaN, Double.NaN) {
        @Override
        void once(Contender contender) throws IOException {
            contender.importImage();
        }
    },
    TASKS("list of 25 tasks", 1.25, 1.60) {
        @Override
        void once(Contender contender) throws IOException {
            expect(Answers.TASKS, contender.listTasks());
        }
    },
    NAMESPACE("get namespace of 20 properties", 1.25, 1.60) {
        @Override
        void once(Contender contender) throws IOException {
            contender.getNamespace();
        }
    },
    WALK("walk of 10,000 images", 0.75, 0.60) {
        @Override
        void once(Contender contender) throws IOException {
            int[] count = new int[1];
            contender.walk(image -> count[0]++);
            expect(Answers.IMAGES, count[0]);
        }
    };

    static final String IMAGE_ID = Answers.imageId(0);
    static final String NEW_NAME = "debian-12-stable";
    static final String MEMBER_ID = Answers.memberId(0);

    private final String title;
    private final double timeGoal;
    private final double allocationGoal;

    Work(String title, double timeGoal, double allocationGoal) {
        this.title = title;
        this.timeGoal = timeGoal;
        this.allocationGoal = allocationGoal;
    }

    abstract void once(Contender contender) throws IOException;

    String title() {
        return title;
    }

    /** The most that the median time may be, as a ratio; NaN for no goal. */
    double timeGoal() {
        return timeGoal;
    }

    /** The most that may be allocated, as a ratio; NaN for no goal. */
    double allocationGoal() {
        return allocationGoal;
    }

    static void expect(int wanted, int found) {
        if (found != wanted) {
            throw new IllegalStateException("found " + found + " in place of " + wanted);
        }
    }
}
