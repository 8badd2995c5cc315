#include <cstdio>
#include <exception>
#include <string>
#include <vector>

#include "app/cli/command.h"
#include "app/cli/exit_code.h"
#include "app/cli/io.h"
#include "app/cli/wiring.h"

int main(int argc, char** argv)
{
    using namespace tutela::cli;
    secureStandardDescriptors();
    try {
        ProcessIo io;
        const auto registers = makeRegisters();
        const auto reference = makeReference();
        const std::vector<std::string> arguments(argv + (argc > 0 ? 1 : 0), argv + argc);
        return runProgram(arguments, Wiring{*registers, *reference}, io);
    } catch (const std::exception&) {
        std::fputs("tutela: something went wrong that never should.\n", stderr);
        return kExitBug;
    }
}
