package dev.tenantry.adapters.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class FailureTest {

    @Test
    void causeOfABatchIsToldAndNotWhatTheBatchHeld() {
        var batch = new BatchUpdateException("Batch entry 0 INSERT … ('tell nobody') was aborted", "40001", null);
        batch.setNextException(new SQLException("could not serialize access", "40001"));
        var told = Failure.of(new IllegalStateException(batch)).presentable();
        assertThat(told.getMessage()).isEqualTo("could not serialize access");
        assertThat(told.getSQLState()).isEqualTo("40001");
    }
}
