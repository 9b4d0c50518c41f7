using Bench;

// Every measure is a line of its own; the table is printed once all have run.
Measure[] measures =
[
    .. RuleMeasures.All(),
    .. PngMeasures.All(),
    .. SandboxMeasures.All(),
    .. PageMeasures.All(),
];

Console.WriteLine(Machine.Shape());
Console.WriteLine();
Console.WriteLine("| What | Measured | Aim |");
Console.WriteLine("|---|---|---|");
foreach (var measure in measures)
    Console.WriteLine($"| {measure.What} | {measure.Run()} | {measure.Aim} |");
