package org.glance4j.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every Java block of the documents compiles against what the project builds. */
class DocumentedJavaTest {

    static Stream<CodeBlocks.Block> javaBlocks() {
        return CodeBlocks.ofThisProject().in("java");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("javaBlocks")
    void javaBlockCompiles(CodeBlocks.Block block, @TempDir Path classes) {
        assertThat(problems(block.text(), classes)).as(block.toString()).isEmpty();
    }

    @Test
    void aBlockThatDoesNotCompileIsFound(@TempDir Path classes) {
        assertThat(problems("String text = 1;", classes)).contains("incompatible types");
    }

    private static String problems(String block, Path classes) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter out = new StringWriter();
        boolean compiled = compiler.getTask(
                        out,
                        null,
                        null,
                        List.of(
                                "-d",
                                classes.toString(),
                                "-proc:none",
                                "-classpath",
                                System.getProperty("java.class.path")),
                        null,
                        List.of(source(block)))
                .call();
        return compiled ? "" : out.toString();
    }

    /** A block of statements is put into a method; its imports stay on top. */
    private static JavaFileObject source(String block) {
        String imports =
                block.lines().filter(line -> line.startsWith("import ")).collect(Collectors.joining("\n"));
        String rest = block.lines().filter(line -> !line.startsWith("import ")).collect(Collectors.joining("\n"));
        boolean wholeClass = rest.lines().anyMatch(line -> line.matches("(public |final )*class .*"));
        String text = wholeClass ? rest : "class Snippet {\n void run() throws Exception {\n" + rest + "\n }\n}\n";
        String name = text.replaceFirst("(?s).*?\\bclass (\\w+).*", "$1");
        return new SimpleJavaFileObject(URI.create("string:///" + name + ".java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return imports + "\n" + text;
            }
        };
    }
}
