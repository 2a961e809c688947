"""The last stages: pages become bytes, and bytes become the published site."""
