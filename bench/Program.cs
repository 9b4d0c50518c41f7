using Bench;

if (args is [PackageMeasures.Command, var package])
{
    PackageMeasures.Inspect(package);
    return;
}

// Every measure is a line of its own. Words behind -- choose the lines that contain one of them.
Measure[] measures =
[
    .. RuleMeasures.All(),
    .. PngMeasures.All(),
    .. PackageMeasures.All(),
    .. CommandMeasures.All(),
    .. SandboxMeasures.All(),
    .. LoadMeasures.All(),
    .. ScaleMeasures.All(),
    .. PageMeasures.All(),
];

Console.WriteLine(Machine.Shape());
Console.WriteLine();
Console.WriteLine("| What | Measured | Aim |");
Console.WriteLine("|---|---|---|");
foreach (var measure in measures.Where(measure => args.Length == 0 || args.Any(word => measure.What.Contains(word, StringComparison.OrdinalIgnoreCase))))
    Console.WriteLine($"| {measure.What} | {measure.Run()} | {measure.Aim} |");
