#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace tutela::bench {

/// Medians in microseconds.
struct Medians {
    double ours = 0;
    std::optional<double> limit;
};

/// One line of the table. A budget that is not set is not judged.
struct Figure {
    std::string what;
    Medians medians;
    std::optional<double> ratioBudget; ///< ours ≤ this × limit
    std::optional<double> timeBudget; ///< ours ≤ this, in microseconds
};

/// Microseconds that the work takes.
[[nodiscard]] double timeOf(const std::function<void()>& work);

/// Runs both by turns, so that a noisy machine disturbs both alike; the first run of each only warms up.
[[nodiscard]] Medians mediansOf(
    int runs, const std::function<void()>& ours, const std::function<void()>& limit);

/// The middle of the values. Precondition: there is one.
[[nodiscard]] double medianOf(std::vector<double> values);

void printHeading(const std::string& title);
void print(const Figure& figure);

} // namespace tutela::bench
