package dev.tenantry.adapters.http.client;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Collects a response's body up to a size, and gives up at the first byte beyond it. */
final class BoundedBody implements BodySubscriber<byte[]> {

    private final BodySubscriber<byte[]> collected = BodySubscribers.ofByteArray();
    private Flow.@Nullable Subscription source;
    private long left;

    BoundedBody(int maxBytes) {
        this.left = maxBytes;
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return collected.getBody();
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        source = subscription;
        collected.onSubscribe(subscription);
    }

    @Override
    public void onNext(List<ByteBuffer> part) {
        left -= part.stream().mapToInt(ByteBuffer::remaining).sum();
        if (left >= 0) {
            collected.onNext(part);
        } else if (source != null) {
            source.cancel();
            collected.onError(new IOException("the answer is too large"));
        }
    }

    @Override
    public void onError(Throwable failure) {
        collected.onError(failure);
    }

    @Override
    public void onComplete() {
        collected.onComplete();
    }
}
