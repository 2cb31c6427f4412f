package org.glance4j.feign.contract;

import org.glance4j.contract.StatementRecord;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Credentials against the in-memory Keystone as it should be. */
class HttpSignInTest extends HttpSignIn {
    @RegisterExtension
    static final StatementRecord STATEMENTS = new StatementRecord("http");
}
