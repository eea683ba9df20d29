package nl.opkoers.benchmark;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;

/**
 * People who ask for a page, one page after the other, each somebody else every time: a closed loop. What is told of the
 * time is that of the answers; under a closed loop a slow answer keeps others from being asked, so look at the throughput
 * beside it.
 *
 * @param base    of the portal
 * @param cookies of the people, one of whom asks each time
 * @param readers how many ask at the same time
 */
record Load(String base, List<String> cookies, int readers) {

    /** What came of it. */
    record Outcome(Duration lasted, List<Long> nanos, Map<Integer, Integer> statuses) {

        /** Pages a second, times in milliseconds, and what was answered. */
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%7.0f/s   p50 %6.1f   p95 %6.1f   p99 %6.1f   worst %6.1f ms   answers %s",
                    nanos.size() * 1e9 / lasted.toNanos(), percentile(50), percentile(95), percentile(99), percentile(100), statuses);
        }

        private double percentile(int share) {
            List<Long> sorted = nanos.stream().sorted().toList();
            int last = (int) Math.ceil(sorted.size() * share / 100.0) - 1;
            return sorted.isEmpty() ? Double.NaN : sorted.get(Math.max(last, 0)) / 1e6;
        }
    }

    Outcome read(String path, Duration time) throws InterruptedException, ExecutionException {
        return ask(cookie -> HttpRequest.newBuilder(URI.create(base + path)).header("Accept-Language", "ar")
                .header("Cookie", cookie).build(), time);
    }

    /** @param request what somebody with this cookie asks */
    Outcome ask(Function<String, HttpRequest> request, Duration time) throws InterruptedException, ExecutionException {
        ExecutorService all = Executors.newFixedThreadPool(readers);
        long begin = System.nanoTime();
        List<Future<Outcome>> each = new ArrayList<>();
        for (int reader = 0; reader < readers; reader++) {
            each.add(all.submit(() -> one(request, begin + time.toNanos())));
        }
        List<Long> nanos = new ArrayList<>();
        Map<Integer, Integer> statuses = new TreeMap<>();
        for (Future<Outcome> reader : each) {
            nanos.addAll(reader.get().nanos());
            reader.get().statuses().forEach((status, count) -> statuses.merge(status, count, Integer::sum));
        }
        all.shutdown();
        return new Outcome(Duration.ofNanos(System.nanoTime() - begin), nanos, statuses);
    }

    private Outcome one(Function<String, HttpRequest> asking, long until) throws IOException, InterruptedException {
        HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        List<Long> nanos = new ArrayList<>();
        Map<Integer, Integer> statuses = new TreeMap<>();
        while (System.nanoTime() < until) {
            HttpRequest request = asking.apply(cookies.get(ThreadLocalRandom.current().nextInt(cookies.size())));
            long asked = System.nanoTime();
            int status = http.send(request, HttpResponse.BodyHandlers.ofByteArray()).statusCode();
            nanos.add(System.nanoTime() - asked);
            statuses.merge(status, 1, Integer::sum);
        }
        return new Outcome(Duration.ZERO, nanos, statuses);
    }
}
