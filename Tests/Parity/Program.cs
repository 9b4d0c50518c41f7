using Parity;

return await new Command(Files.OfRepository, Console.In, Console.Out, Console.Error).RunAsync(args, Environment.GetEnvironmentVariable(Command.TokenVariable));
