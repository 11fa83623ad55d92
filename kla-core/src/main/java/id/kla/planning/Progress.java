package id.kla.planning;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * How far the search for the cheapest plan is.
 *
 * @param best what the best plan so far costs, if there is one
 * @param leastCost no plan costs less
 */
public record Progress(Optional<BigDecimal> best, BigDecimal leastCost) {}
