using Sandbox.Hosting;
using Sandbox.Replay;

var command = CommandLine.Parse(args);
if (command.ShowHelp)
{
    Console.Write(CommandLine.Help);
    return 0;
}

if (command.Problem is { } problem)
{
    Console.Error.WriteLine(problem);
    return 2;
}

if (command.Bundle is { } bundle)
{
    try
    {
        return Replayer.Run(bundle, Console.Out) ? 0 : 1;
    }
    catch (ReplayException failure)
    {
        Console.Error.WriteLine(failure.Message);
        return 2;
    }
}

try
{
    if (command.Uninstall is { } solution)
        return UninstallCommand.Run(command.Options, solution, command.IsConfirmed, Console.Out, Console.Error);
    await using var host = await SandboxHost.StartAsync(command.Options);
    Console.WriteLine($"Ready: {command.Options.Url}");
    if (host.Warning is { } warning) Console.WriteLine(warning);
    foreach (var remark in host.ImportRemarks) Console.WriteLine(remark);
    await host.WaitForShutdownAsync();
    return 0;
}
catch (StartException failure)
{
    Console.Error.WriteLine(failure.Message);
    return 1;
}
