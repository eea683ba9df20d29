package nl.opkoers.identity;

import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;

/**
 * Keeps no memory in which JSON was read or written. By default each thread has some for the next time, with what was in it: the
 * claims of the ID token and the look-up at the municipality, and so the BSN of whoever signed in there last, for hours.
 */
@Singleton
class ForgetBuffers implements ObjectMapperCustomizer {

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.getFactory().setRecyclerPool(JsonRecyclerPools.nonRecyclingPool());
    }
}
