using DataverseReadiness.Cli;

return await new CommandLine(Terminal.OfProcess()).Run(args);
