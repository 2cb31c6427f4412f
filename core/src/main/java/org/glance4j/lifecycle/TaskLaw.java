package org.glance4j.lifecycle;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.glance4j.auth.Caller;
import org.glance4j.model.ProjectId;
import org.jspecify.annotations.Nullable;

/**
 * Who may work with tasks: admins, and everybody with their own where the cloud opens them. The same in both profiles.
 *
 * <p>Source: {@code glance/api/v2/tasks.py}, {@code glance/policies/tasks.py} (tasks_api_access), {@code glance/db/sqlalchemy/api.py}
 * (_task_get), 25.1.0.
 */
public final class TaskLaw {
    private static final ProjectId STRANGER = ProjectId.of("\u0000stranger");

    private TaskLaw() {}

    /**
     * Returns what the service says to a request.
     *
     * @param request the request
     * @param open whether the cloud opens tasks to everybody
     * @param owner the project that the addressed task works for; null where there is no such task, or none is addressed
     * @param caller who asks
     * @return the decision
     */
    public static Decision decide(TaskRequest request, boolean open, @Nullable ProjectId owner, Caller caller) {
        if (!open && !caller.isAdmin()) {
            return Refusing.refuse(
                    Refusal.FORBIDDEN,
                    Rule.ONLY_ADMIN_WORKS_WITH_TASKS,
                    "this cloud opens tasks to admins only",
                    Refusing.policyText("tasks_api_access"));
        }
        if (!(request instanceof TaskRequest.Get get)) {
            return Refusing.PERMITTED;
        }
        String text = "Could not find task " + get.taskId();
        if (owner == null) {
            return Refusing.refuse(
                    Refusal.NOT_FOUND,
                    Rule.TASK_NOT_FOUND,
                    "there is no task " + get.taskId() + ", or it has expired",
                    text);
        }
        if (!caller.isAdmin() && !owner.equals(caller.project())) {
            return Refusing.refuse(
                    Refusal.NOT_FOUND,
                    Rule.TASK_NOT_VISIBLE,
                    "task " + get.taskId() + " works for another project",
                    text);
        }
        return Refusing.PERMITTED;
    }

    /** Returns the rules that refuse so, whatever the cloud and the task are like. */
    static List<Explanation> explanations(TaskRequest request, Refusal refusal, @Nullable Caller caller) {
        List<Caller> callers = caller != null ? List.of(caller) : List.of(Caller.admin(STRANGER), Caller.of(STRANGER));
        List<@Nullable ProjectId> owners = new ArrayList<>();
        owners.add(null);
        owners.add(ProjectId.of("\u0000other"));
        Set<Explanation> explanations = new LinkedHashSet<>();
        for (Caller asking : callers) {
            for (boolean open : new boolean[] {false, true}) {
                for (ProjectId owner : owners) {
                    if (decide(request, open, owner, asking) instanceof Decision.Refused no
                            && no.refusal() == refusal) {
                        explanations.add(no.explanation());
                    }
                }
            }
        }
        return List.copyOf(explanations);
    }
}
