package dev.tenantry.adapters.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoServerException;
import com.mongodb.MongoWriteException;

/** What a failure of the driver means. */
final class Failure {

    private Failure() {}

    /** Returns the exception as it may be logged: what a server answers may quote what was stored. */
    static MongoException presentable(MongoException failure) {
        if (failure instanceof MongoCommandException answer) {
            return new MongoException(failure.getCode(), "the server answers " + answer.getErrorCodeName());
        }
        return failure instanceof MongoServerException && failure.getCode() > 0
                ? new MongoException(failure.getCode(), "the server answers error " + failure.getCode())
                : failure;
    }

    static boolean isDuplicate(MongoWriteException failure) {
        return failure.getError().getCategory() == ErrorCategory.DUPLICATE_KEY;
    }
}
