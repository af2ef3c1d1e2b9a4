package dev.tenantry.app.command;

import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import dev.tenantry.domain.error.DomainException;
import io.dropwizard.configuration.ConfigurationException;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.PrintWriter;
import java.net.BindException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * Tells an operator what is wrong in one line. A stack trace is for our own mistakes only: for a failure that nobody
 * foresaw.
 */
final class Complaint {

    private Complaint() {}

    /** Prints the failure of a command. */
    static void print(Throwable failure, PrintWriter errors) {
        var sentence = sentence(failure);
        sentence.ifPresentOrElse(
                text -> errors.println("tenantry: " + oneLine(text)), () -> failure.printStackTrace(errors));
        errors.flush();
    }

    private static Optional<String> sentence(Throwable failure) {
        return causes(failure).filter(Complaint::isForeseen).findFirst().map(Complaint::describe);
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(20);
    }

    private static boolean isForeseen(Throwable failure) {
        return failure.getCause() instanceof BindException
                || failure instanceof ConfigurationException
                || failure instanceof DomainException
                || failure instanceof UnfinishedException
                || failure instanceof IllegalArgumentException
                || failure instanceof FileNotFoundException
                || failure instanceof FileSystemException
                || failure instanceof EOFException
                || failure instanceof ZipException;
    }

    private static String describe(Throwable failure) {
        if (failure instanceof NoSuchFileException) {
            return "there is no file " + failure.getMessage();
        }
        if (failure instanceof FileSystemException || failure instanceof EOFException) {
            return "cannot read or write: " + failure.getClass().getSimpleName() + " " + failure.getMessage();
        }
        return failure.getMessage() + choices(failure.getCause());
    }

    /** Jackson names the Java type that it wanted; people want to know what they may write. */
    private static String choices(@Nullable Throwable cause) {
        return cause instanceof InvalidFormatException wrong
                        && wrong.getTargetType().isEnum()
                ? "; it must be one of "
                        + Arrays.stream(wrong.getTargetType().getEnumConstants())
                                .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", "))
                : "";
    }

    /** Dropwizard lists the errors of a configuration as bullets, and Jackson tells where in its own world it was. */
    private static String oneLine(String text) {
        return text.strip()
                .replaceAll(" \\(through reference chain: .*\\)", "")
                .replaceAll("\\s+at \\[Source: [^]]*]", "")
                .replaceAll("Cannot construct instance of `[^`]*`, problem: ", "")
                .replaceAll("; is of type: String, expected: \\w+", "")
                .replaceAll(" as a subtype of `[^`]*`", "")
                .replaceAll(" \\(for POJO property '[^']*'\\)", "")
                .replaceAll("(errors?:)\\s*\\R\\s*\\* ", "$1 ")
                .replaceAll("\\s*\\R\\s*\\* ", "; ")
                .replaceAll("\\s*\\R\\s*", " ");
    }
}
