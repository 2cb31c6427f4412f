package org.glance4j.feign.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskedJsonTest {

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', delimiter = '|', textBlock = """
            {'user':{'name':'n','password':'S'}}                  | {'user':{'name':'n','password':'<OS_PASSWORD>'}}
            {'password':{'user':{'id':'i','password':'S'}}}       | {'password':{'user':{'id':'i','password':'<OS_PASSWORD>'}}}
            {'methods':['token'],'token':{'id':'S'}}              | {'methods':['token'],'token':{'id':'<OS_TOKEN>'}}
            {'token':{'project':{'id':'p'},'roles':[{'id':'r'}]}} | {'token':{'project':{'id':'p'},'roles':[{'id':'r'}]}}
            {'application_credential':{'id':'i','secret':'S'}}    | {'application_credential':{'id':'i','secret':'<OS_APPLICATION_CREDENTIAL_SECRET>'}}
            {'passwordCredentials':{'username':'u','password':'S'}} | {'passwordCredentials':{'username':'u','password':'<OS_PASSWORD>'}}
            {'RAX-KSKEY:apiKeyCredentials':{'username':'u','apiKey':'S'}} | {'RAX-KSKEY:apiKeyCredentials':{'username':'u','apiKey':'<OS_API_KEY>'}}
            {'totp':{'user':{'id':'i','passcode':'S'}}}           | {'totp':{'user':{'id':'i','passcode':'<OS_PASSCODE>'}}}
            {'db_password':'S','PRIVATE-KEY':'S','apikey':1}      | {'db_password':'<OS_SECRET>','PRIVATE-KEY':'<OS_SECRET>','apikey':'<OS_API_KEY>'}
            {'secrets':['S',{'a':['S',2]}],'b':'b'}               | {'secrets':['<OS_SECRET>',{'a':['<OS_SECRET>','<OS_SECRET>']}],'b':'b'}
            {'secret':null}                                       | {'secret':null}
            [{'op':'add','path':'/os_password','value':'S'}]      | [{'op':'add','path':'/os_password','value':'<OS_SECRET>'}]
            [{'op':'add','path':'/name','value':'n'}]             | [{'op':'add','path':'/name','value':'n'}]
            {'a':[1,2.50,true,null,[],{}],'b':-1e3}               | {'a':[1,2.50,true,null,[],{}],'b':-1e3}
            """)
    void hidesWhatItsKeySaysIsASecret(String document, String masked) {
        assertThat(masked(document.replace('\'', '"'))).hasValue(masked.replace('\'', '"'));
    }

    @Test
    void writesWhatATerminalCannotShowInEscapedForm() {
        assertThat(masked("{\"n\":\"a\\u0007\u007f\u0085\u202e\u2028\\ud800 é日😀\\\"\"}"))
                .hasValue("{\"n\":\"a\\u0007\\u007f\\u0085\\u202e\\u2028\\ud800 é日😀\\\"\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"value\":\"S\",", "{\"value\":\"S\"} }", "<html>S</html>", "{\"a\":S}", "\"S"})
    void saysNothingOfWhatIsNoDocument(String text) {
        assertThat(masked(text)).isEmpty();
    }

    private static Optional<String> masked(String document) {
        return MaskedJson.of(
                document.getBytes(StandardCharsets.UTF_8), variable -> "<" + variable + ">", UnaryOperator.identity());
    }
}
