#include "tests/bench/measure.h"

#include <algorithm>
#include <chrono>
#include <cstdio>

#include <fmt/format.h>

namespace tutela::bench {

namespace {

std::string duration(double microseconds)
{
    if (microseconds < 1000)
        return fmt::format("{:.1f} us", microseconds);
    if (microseconds < 1'000'000)
        return fmt::format("{:.2f} ms", microseconds / 1000);
    return fmt::format("{:.2f} s", microseconds / 1'000'000);
}

std::string budgetOf(const Figure& figure)
{
    std::string text;
    if (figure.ratioBudget)
        text += fmt::format("<= {:.1f} x", *figure.ratioBudget);
    if (figure.timeBudget)
        text += (text.empty() ? "<= " : ", <= ") + duration(*figure.timeBudget);
    return text.empty() ? "-" : text;
}

bool isKept(const Figure& figure)
{
    const Medians& medians = figure.medians;
    const bool ratio =
        !figure.ratioBudget || !medians.limit || medians.ours <= *figure.ratioBudget * *medians.limit;
    return ratio && (!figure.timeBudget || medians.ours <= *figure.timeBudget);
}

} // namespace

double timeOf(const std::function<void()>& work)
{
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - begin).count();
}

double medianOf(std::vector<double> values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

Medians mediansOf(int runs, const std::function<void()>& ours, const std::function<void()>& limit)
{
    std::vector<double> first;
    std::vector<double> second;
    ours();
    limit();
    for (int run = 0; run < runs; ++run) {
        first.push_back(timeOf(ours));
        second.push_back(timeOf(limit));
    }
    return {medianOf(std::move(first)), medianOf(std::move(second))};
}

void printHeading(const std::string& title)
{
    fmt::print("{}\n{:<52} {:>10} {:>10} {:>7}  {:<20}\n", title, "what", "ours", "limit", "ratio", "budget");
}

void print(const Figure& figure)
{
    const Medians& medians = figure.medians;
    const bool judged = figure.ratioBudget || figure.timeBudget;
    fmt::print("{:<52} {:>10} {:>10} {:>7}  {:<20} {}\n", figure.what, duration(medians.ours),
        medians.limit ? duration(*medians.limit) : "-",
        medians.limit ? fmt::format("{:.2f}", medians.ours / *medians.limit) : "-", budgetOf(figure),
        !judged              ? ""
            : isKept(figure) ? "kept"
                             : "OVER");
    static_cast<void>(std::fflush(stdout));
}

} // namespace tutela::bench
