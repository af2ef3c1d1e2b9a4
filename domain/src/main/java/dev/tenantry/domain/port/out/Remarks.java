package dev.tenantry.domain.port.out;

import dev.tenantry.domain.port.in.MoveReport.Thing;

/** Is told, while foreign data is read, what is strange or wrong about it. Names are as they were stored. */
public interface Remarks {

    /** Something that a rule handles. */
    void odd(Oddity oddity, String name);

    /**
     * Something that cannot be carried over.
     *
     * @param reason what is wrong with it; quotes no value
     */
    void skip(Thing thing, String name, String reason);
}
