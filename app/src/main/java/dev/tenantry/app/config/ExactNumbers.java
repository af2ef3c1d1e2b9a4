package dev.tenantry.app.config;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;

/** Numbers as they are written: the defaults of settings are part of a configuration, and {@code 1.0} is not {@code 1}. */
public final class ExactNumbers {

    private ExactNumbers() {}

    /** Makes a mapper keep every digit of what it reads as a tree, and returns it. */
    public static <M extends ObjectMapper> M in(M mapper) {
        mapper.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
        mapper.configure(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES, false);
        return mapper;
    }
}
