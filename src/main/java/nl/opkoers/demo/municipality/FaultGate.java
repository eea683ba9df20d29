package nl.opkoers.demo.municipality;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;

/** Stands before every resource and lets it go wrong when it was told to. */
final class FaultGate {

    private final Faults faults;
    private final Answers answers;

    FaultGate(Faults faults, Answers answers) {
        this.faults = faults;
        this.answers = answers;
    }

    /** The handler that goes before the work of this resource. */
    Handler<RoutingContext> before(Resource resource) {
        return context -> faults.on(resource).ifPresentOrElse(fault -> {
            if (fault.delay().isZero()) {
                suffer(context, fault);
            } else {
                context.vertx().setTimer(fault.delay().toMillis(), timer -> suffer(context, fault));
            }
        }, context::next);
    }

    private void suffer(RoutingContext context, Fault fault) {
        switch (fault.kind()) {
            case ERROR -> answers.problem(context, Problem.of(500));
            case BUSY -> {
                context.response().putHeader("Retry-After", Long.toString(fault.retryAfter().toSeconds()));
                answers.problem(context, Problem.of(503));
            }
            default -> {
                answers.spoil(context, fault);
                context.next();
            }
        }
    }
}
