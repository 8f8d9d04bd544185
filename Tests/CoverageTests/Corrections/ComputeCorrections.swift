extension Correction {
  /// Of clusters, images, functions and what scales.
  static let compute: [Correction] = [
    Correction(
      "Kubernetes 1.28+",
      built: "1.35; out of standard support is a warning, as EKS raises it by itself",
      why: "EKS has not supported 1.28 since 2025-11-26",
      tests: "refuses the overview's Kubernetes 1.28, which can't be created any more",
      "warns of a version that EKS raises by itself", "accepts a version in standard support"),
    Correction(
      "nothing of how many zones a cluster and a load balancer need", built: "two zones at least",
      why: "EKS and load balancers want them",
      tests: "load balancer and cluster have subnets in two zones at least, as AWS wants it",
      "refuses fewer than two and more than three"),
    Correction(
      "EKS with managed node groups",
      built: "access entries, encrypted secrets, logs with an end, zonal shift, add-ons of ours",
      why: "what EKS starts with by itself is neither visible nor in order",
      tests: "access entries open the cluster, not the aws-auth config map",
      "a cluster begins without EKS's own add-ons, and can shift away from a zone",
      "the control plane is encrypted and logged, and access entries open it",
      "every log group of the cluster is encrypted and kept as long as the cell says",
      "network add-ons come before machines, and machines before what runs on them",
      "every add-on has the version that EKS recommends for the cluster's Kubernetes",
      "people enter every cluster by the roles that have an entry, as these say",
      "a cell is never without machines while a node group is replaced",
      "Karpenter's nodes join through an EC2_LINUX access entry"),
    Correction(
      "nothing of what keeps pods apart", built: "vpc-cni with `enableNetworkPolicy`",
      why: "without it NetworkPolicies do nothing", tests: "vpc-cni enforces network policies"),
    Correction(
      "pods reach Aurora, and nothing of how it knows them",
      built: "Aurora admits the machines' group",
      why: "the t family can't give pods a group of their own",
      tests: "Aurora admits the machines' security group, and not one of pods",
      "only the cell's cluster gets in, on one port, and nothing gets out"),
    Correction(
      "nothing of who reaches the Kubernetes API",
      built: "public, public from some blocks, or private",
      why: "a private one needs a runner in the VPC",
      tests: "the API is reached from everywhere, from some blocks or from the VPC alone"),
    Correction(
      "spot instances, and nothing of what EC2 needs to start them",
      built: "the account's service-linked role for Spot, owned by `global`",
      why: "without it EC2 refuses what Karpenter asks for, and an account has one",
      tests: "the account has the role that starts Spot machines, where a cell uses them"),
    Correction(
      "a Karpenter `Provisioner`",
      built: "values for a `NodePool`, a queue and rules of interruptions",
      why: "Karpenter v1 has no `Provisioner`",
      tests: "NodePool limits are quantities, and spot stands beside on-demand",
      "every kind of interruption reaches the queue"),
    Correction(
      "replicas: 3 beside an autoscaler", built: "bounds, and no number",
      why: "each rollout would set the number back",
      tests: "what an autoscaler scales carries no number of replicas"),
    Correction(
      "an alarm scales the workers", built: "workers scale by the depth of the queue",
      why: "an alarm has two states, a queue has a depth",
      tests: "the worker scales by the depth of its queue, the API by utilization",
      "KEDA reads the depth of the queue that workers scale by",
      "the queue alarm says what the depth does to the cell's own workers"),
    Correction(
      "Kubernetes applications are deployed in a step of their own",
      built: "roots with the AWS provider alone; charts are a later layer",
      why: "a provider that is configured by what the same apply makes fails",
      tests: "no state that makes a cluster holds a Kubernetes or Helm provider"),
    Correction(
      "the poller as a Lambda function, and nothing of its image",
      built: "from its own region's repository",
      why: "Lambda pulls from no other",
      tests: "a function's image comes from the repository of its own region",
      "Lambda may pull for the functions of the region, and nobody else has a policy"),
    Correction(
      "images are pushed to us-east-1", built: "a repository in every region, each made there",
      why: "what replication makes is mutable and keeps everything",
      tests: "every service has a repository in every region, each made there by itself"),
    Correction(
      "nothing of destroying",
      built: "dependencies that hold in the opposite direction, too",
      why: "a network goes only after what is in it",
      tests: "every private subnet reaches the internet before there are machines",
      "the load balancer stands in the public subnets and logs what it sees",
      "what routing leads to is there before it"),
    Correction(
      "development has a NAT gateway in every zone", built: "one",
      why: "its costs say “no multi-AZ”",
      tests: "development has one NAT gateway, staging and production one in every zone"),
    Correction(
      "names of the cluster, log groups, labels and outputs", built: "kept to the letter",
      why: "people have them in their commands",
      tests: "a cell's things carry the names of the overview"),
  ]
}
